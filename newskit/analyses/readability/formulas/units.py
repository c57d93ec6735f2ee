"""Words that many measures share: units, directions, and what they were fitted to."""

from __future__ import annotations

EASIER, HARDER = "higher is easier", "higher is harder"
GRADE, POINTS, CLOZE = "US school grade", "points", "percent of gaps that readers fill (cloze)"

MCCALL_CRABBS = "McCall-Crabbs test lessons for school children, United States, 1920s"
RECALCULATED = "McCall-Crabbs test lessons, revised edition, for school children, United States"
NAVY = "Navy training manuals, read by 531 enlisted men, 1975"
KINCAID = (
    "Kincaid, J. P., Fishburne, R. P., Rogers, R. L. & Chissom, B. S. (1975). Research Branch "
    "Report 8-75, Naval Technical Training Command"
)
POWERS = (
    "Powers, R. D., Sumner, W. A. & Kearl, B. E. (1958). A recalculation of four adult readability "
    "formulas. Journal of Educational Psychology 49(2), 99-105. doi:10.1037/h0043254"
)
