"""How the documents beside this folder were made: `python -m` the module `make` in it.

LibreOffice and pandoc have to be there (scripts/packages/journeys.txt). The documents are kept,
because other versions of those programs write other bytes.
"""
