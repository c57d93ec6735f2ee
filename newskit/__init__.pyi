"""The public names, and where each lives: the one list of them.

`__init__.py` loads each when it is first asked for.
"""

from . import coding as coding
from . import errors as errors
from . import lexicons as lexicons
from . import plots as plots
from . import revisions as revisions
from . import times as times
from .analyses.certainty.certainty import certainty as certainty
from .analyses.certainty.certainty_rates import certainty_rates as certainty_rates
from .analyses.names.mentions import mentions as mentions
from .analyses.names.names import names as names
from .analyses.quotes.attribution import attribution as attribution
from .analyses.quotes.cue_verbs import cue_verbs as cue_verbs
from .analyses.quotes.name_variants import name_variants as name_variants
from .analyses.quotes.quotes import quotes as quotes
from .analyses.quotes.repeated_quotes import repeated_quotes as repeated_quotes
from .analyses.quotes.speakers import speakers as speakers
from .analyses.readability.grades import grades as grades
from .analyses.readability.measures import measures as measures
from .analyses.readability.readability import readability as readability
from .analyses.readability.score import score as score
from .analyses.repetitions.repetitions import repetitions as repetitions
from .analyses.sentiment.sentiment import sentiment as sentiment
from .analyses.sentiment.sentiment_by_speaker import sentiment_by_speaker as sentiment_by_speaker
from .analyses.sentiment.sentiment_hits import sentiment_hits as sentiment_hits
from .analyses.sentiment.sentiment_toward import sentiment_toward as sentiment_toward
from .analyses.timeline.timeline import timeline as timeline
from .analyses.words.counts import counts as counts
from .analyses.words.frequent_words import frequent_words as frequent_words
from .analyses.words.length_distribution import length_distribution as length_distribution
from .analyses.words.lexical_diversity import lexical_diversity as lexical_diversity
from .analyses.words.sentences import sentences as sentences
from .analyses.words.words import words as words
from .comparing.compare import compare as compare
from .comparing.comparison import Comparison as Comparison
from .comparing.concordance import concordance as concordance
from .comparing.keyness import keyness as keyness
from .contrasts import differences as differences
from .grouping.groups import groups as groups
from .html.highlight import highlight as highlight
from .html.show import show as show
from .pipeline import Analysis as Analysis
from .pipeline import analyze as analyze
from .reading.describing.describe_source import describe_source as describe_source
from .reading.describing.description import SourceDescription as SourceDescription
from .reading.dropped import dropped as dropped
from .reading.duplicates import duplicates as duplicates
from .reading.iter_articles import iter_articles as iter_articles
from .reading.load_example import load_example as load_example
from .reading.provenance import provenance as provenance
from .reading.read_articles import read_articles as read_articles
from .reading.write_articles import write_articles as write_articles
from .registry import codebook as codebook
from .registry import rules as rules
from .reporting.methods import methods as methods
from .reporting.notebooks.export import export as export
from .reporting.page import report as report
from .scaling.analyze_dataset import analyze_dataset as analyze_dataset
from .scaling.dataset import Dataset as Dataset
from .scaling.dataset import open_dataset as open_dataset
from .teaching.lesson import Lesson as Lesson
from .teaching.lesson import lesson as lesson
from .teaching.worksheet import worksheet as worksheet
from .timestamps.parse_timestamps import parse_timestamps as parse_timestamps

__version__: str
