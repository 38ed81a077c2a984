"""What only the shipped atlas may say: its countries and regions, and letters of languages that it is written in."""

import re

FOREIGN = re.compile(
    r"(?i:belarus|weißruss|china|chines|minsk|russian|russisch)|\b(?:BY|CN)-[A-Z]{2}\b|[\u0400-\u04ff\u4e00-\u9fff]+"
)
