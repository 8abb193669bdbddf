// Stands in for @vscode/spdlog, whose compiled half no package of the registry has: without it VS Code keeps no logs,
// and the output channels of extensions stay empty.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];
/** As VS Code asks for, in milliseconds. */
const interval = 200;

class Logger {
  #path;
  #level = 2;
  #isRaw = false;
  #waiting = "";
  #timer = null;

  constructor(_type, _name, path) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    for (const [level, name] of [...levels, "off"].entries()) {
      const method = name === "warning" ? "warn" : name;
      this[method] = (message) => this.#write(level, name, message);
    }
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#isRaw = true;
  }

  setPattern() {
    this.#isRaw = false;
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting === "") return;
    appendFileSync(this.#path, this.#waiting);
    this.#waiting = "";
  }

  drop() {
    this.flush();
  }

  #write(level, name, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    this.#waiting += this.#isRaw ? message : `${time} [${name}] ${message}\n`;
    this.#timer ??= setTimeout(() => this.flush(), interval).unref();
  }
}

const create = (kind) => async (name, path) => new Logger(kind, name, path);

// One by one: VS Code imports them by name, which Node finds out by reading this file.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create("rotating");
exports.createAsyncRotatingLogger = create("rotating_async");
