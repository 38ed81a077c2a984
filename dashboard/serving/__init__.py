"""What serving needs beside the pages: health, logs and metrics."""
