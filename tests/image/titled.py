"""Run inside the container: wait until the title of the page begins with the words that are asked for."""

import os
import re
import sys
import time
from urllib.request import urlopen

assert os.getuid() == 54321, "runs as the user of the image"
deadline = time.monotonic() + 30
while True:
    with urlopen("http://localhost:8501/?lang=en", timeout=30) as answer:
        title = re.search("<title>(.*?)</title>", answer.read().decode())[1]
    if title.startswith(sys.argv[1]):
        break
    assert time.monotonic() < deadline, title
    time.sleep(0.2)
