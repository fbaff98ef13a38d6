// Package gunzip unpacks gzip files (RFC 1952) whose data is deflated (RFC 1951).
// It is small where the standard library's brings package fmt into the
// browser's engine, and it tells errors with the byte of the file.
//
// Memory is one window of 32 KiB and what tables and input need, whatever the
// file claims.
package gunzip
