// Package picture draws a run as one SVG, for posters, exports and pages without
// script.
//
//	1 tar     ├──────██████         a bio: thin while it waits (Q to D), thick in service (D to C)
//	plug      ▨▨▨▨▨▨T    │W         hatched while plugged, with how it ended
//	waiting     ▁▃▃▁                requests between G and D
//	device           ██████         one row a slot
//
// Colour is the task, and nothing else. The colours are CSS custom properties of the
// page that shows the picture; without those it has its own, light and dark. The
// scenario's text stands in its metadata, so that the run can be had again from it.
package picture
