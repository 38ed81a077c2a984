"""The contract between Python and the browser: the types of all messages, one module per component.

Numbers are JSON numbers; texts are in the visitor's language and never markup, unless a docstring says otherwise.
`python -m tools.contract` writes JSON Schemas of the contract, and `npm run contract` in frontend/ turns them into
types.
"""
