"""Tables of a collection of any size: made part by part, on all cores or a cluster; read lazily."""

from newskit.scaling.analyze_dataset import analyze_dataset
from newskit.scaling.dataset import Dataset, open_dataset

__all__ = ["Dataset", "analyze_dataset", "open_dataset"]
