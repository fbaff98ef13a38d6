// Package follow finds out which bio and which request each event of a real trace
// is about. blktrace does not say: it gives sectors.
//
//	Q 0+8   ─▶ bio 0
//	G 0+8   ─▶ bio 0, request 0
//	Q 8+8   ─▶ bio 1
//	M 8+8   ─▶ bio 1 joins request 0
//	D 0+16  ─▶ request 0, slot 0
//	C 0+16  ─▶ request 0; bios 0 and 1 have ended
//
// What a simulated run records besides blktrace's events, and what follows from them, is
// added: the ends of bios and requests, what a task's plug holds. So a view of runs is
// one of real traces too.
//
// Several I/Os of the same sectors at once are told apart by age alone.
package follow
