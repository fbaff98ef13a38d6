package blkparse

import (
	"strconv"

	"blkplay/core/trace/blktrace"
)

// appendPassthrough appends the line of a passthrough command, whose payload is
// the command. It is printed with I, D and C; of the other actions blkparse
// prints some without it and most not at all.
func appendPassthrough(b []byte, r *blktrace.Record, time uint64, comm string) ([]byte, bool) {
	completion, command := false, r.Payload
	switch r.Action {
	case blktrace.Insert, blktrace.Issue:
	case blktrace.Queue:
		command = nil
	case blktrace.Complete:
		completion = true
	case blktrace.Requeue:
		completion, command = true, nil
	case blktrace.GetRequest, blktrace.Sleep:
		b = appendHead(b, r, r.Action.Letter(), time)
		return appendComm(appendExtent(b, r, false), comm), true
	default:
		return b, false
	}
	b = appendHead(b, r, r.Action.Letter(), time)
	if completion {
		return appendError(appendCommand(b, command), r), true
	}
	b = strconv.AppendUint(b, uint64(r.Bytes), 10)
	b = append(b, ' ')
	return appendComm(appendCommand(b, command), comm), true
}

// appendCommand appends "(12 00 ff 00 ..) ", where two dots stand for zeroes to the end.
func appendCommand(b, command []byte) []byte {
	if len(command) == 0 {
		return b
	}
	const hex = "0123456789abcdef"
	zeroes := len(command) // where only they are left
	for zeroes > 0 && command[zeroes-1] == 0 {
		zeroes--
	}
	b = append(b, '(')
	for i, c := range command[:min(zeroes+1, len(command))] {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, hex[c>>4], hex[c&15])
	}
	if zeroes < len(command) {
		b = append(b, " .."...)
	}
	return append(b, ") "...)
}
