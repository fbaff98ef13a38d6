// What the programs need that TinyGo compiles where it is there; the build says
// which: nothing then, else the script of Go, which sets globalThis.Go.
import 'small_exec.js';
