// A client that costs little, since it shares the processors with what it measures: connections that stay
// open, one request at a time on each, and of an answer no more than its status, its length and its body.
import { connect } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')

/** Reads one answer after another; those that have no length have no body. */
class Connection {
  #socket
  #got = []
  #waiting

  constructor({ hostname, port }, { broken }) {
    this.#socket = connect({ host: hostname, port, noDelay: true })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', broken)
    this.#socket.on('close', () => this.#waiting && broken(new Error('a connection was closed')))
  }

  /** @param done is given the status and the body */
  send(text, done) {
    this.#waiting = done
    this.#socket.write(text)
  }

  close() {
    this.#socket.destroy()
  }

  #read(chunk) {
    const all = this.#got.length === 0 ? chunk : Buffer.concat([...this.#got, chunk])
    const at = all.indexOf(endOfHead)
    const head = at < 0 ? '' : all.latin1Slice(0, at)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (at < 0 || all.length < at + 4 + length) {
      this.#got = [all]
      return
    }
    this.#got = []
    const done = this.#waiting
    this.#waiting = undefined
    done(Number(head.slice(9, 12)), all.utf8Slice(at + 4, at + 4 + length))
  }
}

/** @param most connections at a time: the rest waits in line, which counts */
export function openLine(address, { most }) {
  const url = new URL(address)
  const idle = []
  const all = []
  const waiting = []
  let failure

  const broken = (error) => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }

  function take() {
    const known = idle.pop()
    if (known !== undefined || all.length === most) return known
    const made = new Connection(url, { broken })
    all.push(made)
    return made
  }

  function next(connection) {
    const job = waiting.shift()
    if (job === undefined) idle.push(connection)
    else run(connection, job)
  }

  function run(connection, { text, began, resolve }) {
    connection.send(text, (status, body) => {
      resolve({ status, text: body, ms: performance.now() - began })
      next(connection)
    })
  }

  return {
    ask(path, { method = 'GET', body = '', cookie } = {}) {
      const json = body && `content-type: application/json\r\ncontent-length: ${body.length}\r\n`
      const who = cookie ? `cookie: ${cookie}\r\norigin: http://localhost:3000\r\n` : ''
      const text = `${method} ${path} HTTP/1.1\r\nhost: ${url.host}\r\n${json}${who}\r\n${body}`
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        const job = { text, began: performance.now(), resolve, reject }
        const connection = take()
        if (connection === undefined) waiting.push(job)
        else run(connection, job)
      })
    },
    close() {
      for (const connection of all) connection.close()
    },
  }
}
