"""Questions, forecasts and resolutions in the forms of other places. One file for each; its name is the place's."""
