"""The contract between Python and the browser: the shape of all that passes between them, one module per component."""
