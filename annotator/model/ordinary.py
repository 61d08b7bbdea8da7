"""Words that are also names, and words that stand in names and name nobody.

Where a student is called Mark Young, the note "mark the young ones" is not about him, and of "Mark
says so" nobody knows. Such a word alone is taken for his name where it has its capital for no other
reason; where it begins a sentence it is left and pointed out. The whole name is always found.
"""

ORDINARY = frozenset(
    """
    a abbot abu al amber an and anonymous april art august autumn baker banks bass basil
    best bill bin bint bird bishop black blue bond bridge bright brook brown buck bull bush by
    carter case cash chance chapel charity chase christian chuck church class cliff constance cook
    cooper crane crystal da daisy dale dawn day de dean del della den der di don drake drew du duke
    earl east eight el faith field fields finch fish fisher five ford forest four fowler fox frank
    frost gardener gene ginger glen gold good grace grant gray green grey group guest guy hall
    harmony hawk hazel heath heather hill hills holly honor honour hope hunter ibn iris ivy jack
    jade jay joy june justice king knight la lake lamb lane large law le les lily lion little long
    love mac major mark marsh martin mason may mc melody mercy miles miller minor money moon moor
    name nine noble nor north of old olive one opal pace page park parker part patience pat pearl
    penny people person pike pond poor pope porter potter power price priest prince prudence pupil
    queen rain ray read reader reading red reed rich rivers rob robin rock room rose ruby rusty
    sage saint san sandy santa sawyer seat seven sharp shepherd short silver singer six skip small
    snow son south star stone storm story street strong student students sue summer sun
    sunny swan sweet table tailor teacher team ten ter the three turner two user van verity
    violet von walker weaver week west wheeler white wild will willow winter wise wolf wood woods
    young
    """.split()  # noqa: SIM905 - a page of words is read as words
)
"""English, in lower case: the language that the program speaks so far."""
