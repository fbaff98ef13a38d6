// Package blkparse writes and reads the default text of blkparse: one line for
// each event,
//
//	8,0    0        1     0.000000000     1  Q   W 0 + 8 [task1]
//
// which is device, CPU, sequence number, seconds, pid, action, letters of the
// I/O, and a tail by action:
//
//	Q I D B, G M F S   sector + sectors [process]
//	C R                sector + sectors [error]
//	P                  [process]
//	U UT               [process] requests
//	X                  sector / first sector of the rest [process]
//	A                  sector + sectors <- (device) sector there
//	m                  text
//
// It also reads lines with all fields of an event, as blkparse -f makes them: see full.go.
//
// The text of a simulated run is what blkparse prints for the run's own binary:
// device 8,0, CPU 0, events numbered from 1, the task's number as pid and its
// name as process. What happens in no task has pid 0 and the name "swapper", as
// on a kernel of one CPU.
package blkparse
