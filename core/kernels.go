package core

import (
	"errors"

	"blkplay/core/block"
	"blkplay/core/scenario"
)

// newLayer builds the block layer that sc names. It fails for an unknown
// kernel, elevator, tunable or device, or a value the kernel refuses.
func newLayer(sys *block.System, sc *scenario.Scenario) (Layer, error) {
	switch sc.Kernel {
	}
	return nil, errors.New("core: kernel " + string(sc.Kernel) + " is not modelled")
}
