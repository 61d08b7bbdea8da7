"""Errors are sentences: what is wrong, what is safe, what to do."""


class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault of the program
    """Something that cannot be done, said to the person in one translated sentence.

    Each kind of refusal is a subclass of its own, defined beside the code that refuses. `str()`
    of it is the whole sentence without the name of the file: whoever shows it knows the file.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
