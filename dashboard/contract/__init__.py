"""The contract between Python and the browser: the shape of all that passes between them, one module per component.

Numbers are JSON numbers, texts are in the visitor's language and never markup, unless a docstring says otherwise.
`python -m tools.contract` writes the JSON Schemas of it, and `npm run contract` in frontend/ the types of those.
"""
