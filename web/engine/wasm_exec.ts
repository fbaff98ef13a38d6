// The Go toolchain's own script; the build says where it is. It sets globalThis.Go.
import 'wasm_exec.js';
