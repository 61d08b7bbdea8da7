"""The search index, as SQLite keeps it: FTS5, and what is not in it yet.

All that is SQLite's own about searching stands in this folder; a second engine stands beside it
with the same functions. The index holds nothing that the other tables do not: it is in no step,
follows the table of changes, and can be made anew (docs/decisions/0022). Words come here folded
and parted by blanks (model/folding.py), so the tokenizer has nothing left to decide.
"""
