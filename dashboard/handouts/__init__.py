"""Hand-outs: slides, briefings, pages in one file and pictures, made on the server."""
