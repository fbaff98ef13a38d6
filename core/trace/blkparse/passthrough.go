package blkparse

import (
	"strconv"

	"blkplay/core/trace/blktrace"
)

// appendPassthrough appends the line of a passthrough command, whose payload is the command.
func appendPassthrough(b []byte, r *blktrace.Record, time uint64, comm string) ([]byte, bool) {
	b = appendHead(b, r, r.Action.Letter(), time)
	switch r.Action {
	case blktrace.Queue, blktrace.Insert, blktrace.Issue, blktrace.GetRequest, blktrace.Sleep:
		b = strconv.AppendUint(b, uint64(r.Bytes), 10)
		b = append(b, ' ')
		b = appendCommand(b, r.Payload)
		b = appendComm(b, comm)
	case blktrace.Complete, blktrace.Requeue:
		b = appendCommand(b, r.Payload)
		b = appendError(b, r)
	}
	return b, true
}

// appendCommand appends "(12 00 ff ..) ", where two dots stand for zeroes to the end.
func appendCommand(b, command []byte) []byte {
	if len(command) == 0 {
		return b
	}
	const hex = "0123456789abcdef"
	last := len(command) - 1
	for last > 0 && command[last] == 0 {
		last--
	}
	b = append(b, '(')
	for i, c := range command[:last+1] {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, hex[c>>4], hex[c&15])
	}
	if last < len(command)-1 {
		b = append(b, " .."...)
	}
	return append(b, ") "...)
}
