// Package difference holds the model against reality: a real trace is replayed on a
// simulated machine, and what both did is set side by side.
//
//	trace ──┬── Workload ──▶ scenario ──▶ run ──┐
//	        ├── learner ───▶ device table       ├──▶ Result: rows, order, what the model lacks
//	        └── side ───────────────────────────┘
//
// Nothing is judged: a row that differs is a place to look. The model's software takes no
// time, so its stages before D are waits and nothing else.
package difference
