// Package api answers over HTTP what the command line answers: it runs a
// scenario and gives back its trace. It is plain net/http, so that the edge and
// a machine at home serve the same.
//
//	POST /api/run   a scenario text, as text/plain
//	                ?format=text | json, or by Accept: text/plain (blkparse's lines), application/json
//
//	200   the trace; Blkplay-Trace-Hash has the hash that the command line and the page give,
//	      Blkplay-Status is complete or stuck
//	405   not a POST
//	406   neither format is accepted
//	413   the text is longer than the limit
//	415   the text comes as something else than text
//	422   the scenario is wrong (line and column in the message), or runs into a limit
//
//	GET /oembed     the player in a frame, for the address of a run: see oembed.go
//
// Everything else is the site's.
package api
