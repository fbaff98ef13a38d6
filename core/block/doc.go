// Package block holds the nouns of the Linux block layer that every kernel
// shares: bio, request, request queue, limits, merge tests, priorities. What a
// kernel does with them, in which order, is its generation's own package.
//
//	task ── bio ──▶ request (bios in sector order) ──▶ elevator ──▶ dispatch list ──▶ device
//
// A bio is what a task submits: one extent, one direction. A request is what a
// device takes: one or more bios that touch. Sectors are 512 bytes throughout.
package block
