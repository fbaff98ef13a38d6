// Package conform runs golden cases: a machine and a workload with the exact
// list of block-trace events that the named kernel's own code produced for it.
// A model is right when it produces the same list.
//
//	file ──Reader──▶ Case ──Scenario──▶ core.Machine ──▶ Outcome ──Diff──▶ nil, or the first thing that departs
//
// A case is read, run and dropped before the next one, so a page can show
// progress between two of them. [Case.Run] does all of it for one case.
package conform
