// Package region gives an engine its memory: what a run allocates lies in the
// run's own region and goes with it, all at once. A program whose calls come
// from outside knows when a region is over, so nothing has to be searched for
// garbage, and a program that is not searched is smaller and faster.
//
// Under the Go compiler, which collects garbage, regions do nothing.
package region

// What lies in a region must not be reachable after Free: no package variable
// may be given memory once main has begun.
