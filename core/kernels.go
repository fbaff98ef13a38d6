package core

import (
	"errors"

	"blkplay/core/block"
	"blkplay/core/linux2624"
	"blkplay/core/linux44"
	"blkplay/core/linux618"
	"blkplay/core/scenario"
)

// newLayer builds the block layer that sc names. It fails for an unknown
// kernel, elevator, tunable or device, or a value the kernel refuses.
func newLayer(sys *block.System, sc *scenario.Scenario) (Layer, error) {
	switch sc.Kernel {
	case scenario.Linux2624:
		return linux2624.New(sys, sc)
	case scenario.Linux44:
		return linux44.New(sys, sc)
	case scenario.Linux618:
		return linux618.New(sys, sc)
	}
	return nil, errors.New("core: kernel " + string(sc.Kernel) + " is not modelled")
}
