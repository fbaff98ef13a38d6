//go:build !wasm

package replay

import (
	"compress/gzip"
	"errors"
)

// unpack returns what is gzipped in p.
func unpack(p *peeked) (*peeked, error) {
	z, err := gzip.NewReader(p)
	if err != nil {
		return nil, errors.New("gzip: " + err.Error())
	}
	return peek(z)
}
