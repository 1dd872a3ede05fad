"""The thresholds of a comparison, each with its reason. Chosen on development pairs, checked across pairs."""

from msgspec import Struct, field


class Weights(Struct, frozen=True):
    """How much each sign that two units belong together counts, in log-odds per unit of the sign.

    A logistic model (Berkson 1944): the signs are summed and the sum is turned into a probability. Which
    signs there are was decided on nine pairs judged by reading (neighbouring years, ten years apart, the
    nation and provinces), each left out of the fit in turn; the figures are rounded, from the middle of a
    plateau on all of them. Both directions of a sign count the same, so that swapping the sides changes
    nothing.

    Attributes:
        content: square root of the cosine of rare character n-grams.
        heading: the same cosine of headings or first words alone.
        context: cosine of the sections around the two units.
        order: share of nearby sure pairs that the pair does not cross.
        role: both units have the same role.
        across_review: one unit reports what was done, the other does not.
        other_marks: the units stand in enumerations of different kinds (—— and 一是).
        best_content: content compared with the best that either unit finds anywhere, both added up.
        best_subject: the same of the subject, that is of content and fields of policy together.
        sentences: how clearly a sentence of the one belongs to the other and nowhere else, both directions.
        base: the log-odds of a pair without any sign.
    """

    content: float = 0.5
    heading: float = 5.5
    context: float = 1.5
    order: float = 3.25
    role: float = 2.5
    across_review: float = -1.0
    other_marks: float = -3.0
    best_content: float = 1.5
    best_subject: float = 2.5
    sentences: float = 1.75
    base: float = -12.6


class CompareOptions(Struct, frozen=True):
    """Everything a user or an evaluation may set about a comparison.

    Attributes:
        weights: see `Weights`.
        least_probability: a pair of measures below it is no link. 0.35 and not 0.5, because a missed partner
            makes a false "new" and a false "dropped", a weak link only one pair to look at.
        least_nothing_else: a pair below `least_probability` is a link from here on where neither unit has
            another, both look the same way in time and each shares most with the other: of 20 such pairs,
            read on the 24 comparisons on which it was chosen, 17 were right, two half, one wrong; of four
            just below it two were right.
        least_content: whatever the context says, measures without this cosine share no more than chance.
        least_section: the same as `least_probability` for sections.
        sure: links at least this probable are called sure. On pairs judged by reading 265 of 266 of them were
            right.
        likely: links at least this probable are called likely (32 of 35 were right), those below weak (24 of
            37).
        kept: units at least this alike, with all numbers and negations alike, are told as kept, not reworded.
        clause_pair: clauses at least this alike are shown as one reworded clause, below it as gone and come.
        aliases: groups of forms that the user says name one formulation each.
    """

    weights: Weights = field(default_factory=Weights)
    least_probability: float = 0.35
    least_nothing_else: float = 0.2
    least_content: float = 0.03
    least_section: float = 0.4
    sure: float = 0.9
    likely: float = 0.7
    kept: float = 0.9
    clause_pair: float = 0.45
    aliases: tuple[tuple[str, ...], ...] = ()
