"""An invented news story, in pieces: what every sample is made of, and what it has to give back."""

import re

HEADLINE = "Harbour bridge to close for two years, council says"
_STORY = """\
The Merle Bridge, the only way across the harbour for heavy lorries, will close on the first of \
March and stay closed for at least two years, the city council said on Tuesday.
The decision follows an inspection which found cracks in eleven of the forty-two hangers. “We \
cannot wait for the first accident,” said the council’s head of works, Ida Fennick. “The figures \
leave us no choice.”
Businesses on the north bank were quick to object. According to the harbour traders’ association, \
a well-known critic of the administration, the detour of twenty-six kilometres will cost its \
members about 4.5 million a year.
That number is difficult to confirm. The association did not publish its calculation, and its \
spokesman, Orrin Tasker, said only that it was “a conservative estimate” made by an independent \
consultant.
A spreadsheet seen by this newspaper shows that the estimate counts each lorry twice: once on the \
way out and once on the way back. Without the double counting the cost would be closer to 2.3 \
million.
Their report, which runs to 214 pages, says that the corrosion is “advanced, widespread and not \
superficial”. It recommends immediate restrictions for vehicles above twelve tonnes and a \
complete replacement of the hangers within eighteen months.
Three of the inspectors told this newspaper that an earlier report, from 2014, had come to a \
similar conclusion. It was never made public. The council’s communications department said that \
it was “not aware” of such a document.
Professor Lene Abrahamsen, who teaches structural engineering at the technical university and was \
not involved in the inspection, called the findings plausible. “Salt water, de-icing salt and \
forty winters: nobody should be surprised,” she said.
The replacement is expected to cost between 60 and 75 million. The state has offered to pay half \
of it, provided that the council agrees to charge a toll for at least a decade.
Opposition politicians reject the toll. “People who live on the north bank have already paid for \
this bridge once,” said Marit Oselund of the Citizens’ List. Her party wants the money to come \
from the reserve fund, which stands at 112 million.
The mayor’s office did not answer questions about the fund. In a written statement it said that \
“all options remain on the table” and that a decision would be taken before the summer recess.
A ferry that could carry twenty cars and an old railway siding are being discussed as \
substitutes. Neither would be ready before the bridge is closed, a spokeswoman for the transport \
authority acknowledged.
For Halvard Brisk, who has driven the number 9 bus across the bridge since 1998, the announcement \
was no surprise. “You could hear it,” he said. “On cold mornings you could hear the whole thing \
complain.”"""
STORY = tuple(_STORY.split("\n"))

FERRY_HEADLINE = "Ferry company looks for crews"
_FERRY = """\
The company that ran the harbour ferry until 1987 is hiring again. It is looking for six captains \
and eighteen deckhands, according to an advertisement on its website.
A manager, who asked not to be named because negotiations with the council are under way, said \
that two boats had been inspected in Denmark. “They are old, but they float,” he said.
The seafarers’ union doubts that enough people can be found. It points out that the training \
takes fourteen months and that wages in the oil fields are a third higher."""
FERRY = tuple(_FERRY.split("\n"))


def shy(text: str) -> str:
    """The text with soft hyphens where a word may be parted."""
    part = r"(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprstv][aeiou][a-z]{2})"
    return re.sub(part, "\N{SOFT HYPHEN}", text)
