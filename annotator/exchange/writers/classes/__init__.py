"""The report on a class: what it says, in blocks that every format sets, and the grade book."""
