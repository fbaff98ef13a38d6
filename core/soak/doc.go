// Package soak holds what must be true of every run, and scenarios by chance to
// look for one of which it is not.
//
//	seed ──Scenario──▶ scenario ──Check──▶ nil, or the property that does not hold
//
// The golden cases say what a kernel did with a thousand workloads; these
// properties hold for any: each bio comes back once, its sectors go to the
// device once, nothing is left in a queue, and neither tracing nor the size of
// the slices in which a run goes on changes it.
package soak
