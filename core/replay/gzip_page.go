//go:build wasm

package replay

import "errors"

// unpack fails: a page unpacks files itself, with what the browser has, and the
// engine is half a megabyte smaller.
func unpack(*peeked) (*peeked, error) {
	return nil, errors.New("the file is gzipped, and was to be unpacked before")
}
