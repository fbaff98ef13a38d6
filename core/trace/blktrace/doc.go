// Package blktrace reads the binary files of blktrace, versions 7 and 8, and writes version 7.
//
//	NAME.blktrace.0 ─▶ Reader ─┐
//	NAME.blktrace.1 ─▶ Reader ─┼─▶ Merge ─▶ records in the order of time, names, report
//	NAME.blktrace.2 ─▶ Reader ─┘
//
// A file is a sequence of records and nothing else: a header of 48 bytes, in
// version 8 of 64, then a payload. Some words:
//
//   - An event is a record of a bio, a request or the queue: one of the actions
//     that blkparse has a letter for.
//   - A note is a record beside the events: a process's name, the wall clock, a
//     message. Its header has a time, a pid and a cpu; the rest is junk.
//   - The category is a set of bits that says what kind of I/O an event is about
//     (read or write, and its hints) and at which stage it happened.
//   - The payload of an event is big-endian in every file, that of a note in the
//     byte order of its file. Records hold both decoded.
//
// Linux: include/uapi/linux/blktrace_api.h.
package blktrace
