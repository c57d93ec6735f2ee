"""Questions about time that one article or a whole corpus can be asked.

timeline = nk.timeline(articles)
nk.times.time_checks(timeline)             # times that cannot both be right
nk.times.time_horizon(timeline)            # how far back and ahead an article looks
nk.times.publishing_schedule(articles)     # when outlets publish
nk.times.update_gaps(articles)             # how soon they change a text
nk.times.outlets()                         # the zone, and order of day and month, of each outlet
"""

from newskit.analyses.timeline.publishing_schedule import publishing_schedule
from newskit.analyses.timeline.time_checks import time_checks
from newskit.analyses.timeline.time_horizon import time_horizon
from newskit.analyses.timeline.update_gaps import update_gaps
from newskit.errors import only_has
from newskit.timestamps.outlets import outlets

__all__ = ["outlets", "publishing_schedule", "time_checks", "time_horizon", "update_gaps"]

__getattr__ = only_has(__name__, __all__)
