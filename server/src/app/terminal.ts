import { Refusal } from '@hotline/shared/refusal';

/** What node, SQLite and PostgreSQL report about the machine and the settings, as `code` says it. */
type SystemError = {
  code?: unknown;
  syscall?: string;
  path?: string;
  dest?: string;
  address?: string;
  port?: number;
  hostname?: string;
};

/**
 * What whoever started a command or the server reads at his terminal: one sentence that says what to do next. Null where
 * the error is none of the expected ones, so a fault of the program, whose stack is wanted.
 */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, ...about } = error as SystemError;
  if (typeof code !== 'string') return null;
  if (code.startsWith('ERR_PARSE_ARGS')) return misusedOption(error.message);
  if (about.syscall === 'listen' || about.syscall === 'bind') return listening(code, about);
  return files(code, about) ?? network(code, about) ?? database(code);
}

const misusedOption = (message: string): string => {
  const option = /'(-[^' ]*)/.exec(message)?.[1];
  return option ? `选项 ${option} 不正确。` : /\p{sc=Han}/u.test(message) ? message : '参数不正确。';
};

function listening(code: string, { address = '', port = 0 }: SystemError): string | null {
  const at = `${address}:${port}`;
  if (code === 'EADDRINUSE') return `${at} 已被其他程序占用。请停止它，或用 HOTLINE_PORT 另设端口。`;
  if (code === 'EACCES') return `没有使用 ${at} 的权限。请用 HOTLINE_PORT 改用 1024 以上的端口，或授予权限。`;
  if (code === 'EADDRNOTAVAIL') return `本机没有地址 ${address}。请核对 HOTLINE_HOST。`;
  return null;
}

function files(code: string, { path, dest, syscall }: SystemError): string | null {
  const where = dest ?? path ?? '';
  if (where === '') return null;
  if (code === 'ENOENT') return `没有 ${where}。请核对文件和所在的文件夹。`;
  if (code === 'EEXIST' && syscall === 'mkdir') return `${where} 是文件，不是文件夹。请核对路径。`;
  if (code === 'EEXIST') return `${where} 已存在，不会覆盖。请另取一个名字。`;
  if (code === 'ENOTDIR') return `${where} 的上级不是文件夹。请核对路径。`;
  if (code === 'EISDIR') return `${where} 是文件夹，这里需要文件。请核对路径。`;
  if (code === 'EACCES' || code === 'EPERM') return `没有读写 ${where} 的权限。请核对文件的所有者和权限。`;
  if (code === 'EROFS') return `${where} 在只读的磁盘上。请换一个位置。`;
  if (code === 'ENOSPC') return `写 ${where} 时磁盘已满。请清理后重试。`;
  return null;
}

function network(code: string, { hostname, address, port }: SystemError): string | null {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `找不到主机 ${hostname ?? ''}。请核对 HOTLINE_HOST 和 HOTLINE_DATABASE 里的地址。`;
  if (code === 'ECONNREFUSED' || code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return `连不上 ${[address, port].filter((part) => part !== undefined).join(':') || '数据库'}。请核对地址，并确认对方正在运行。`;
  return null;
}

function database(code: string): string | null {
  if (code.startsWith('SQLITE_CANTOPEN'))
    return '数据库文件打不开：它可能是文件夹，或没有读写权限。请核对 HOTLINE_DATABASE。';
  if (code.startsWith('SQLITE_READONLY')) return '数据库文件只能读，不能写。请核对文件和所在文件夹的权限。';
  if (code === 'SQLITE_FULL') return '磁盘已满，数据库不能再写。请清理后重试。';
  if (code.startsWith('SQLITE_BUSY')) return '数据库正被其他程序占用。请停止它，再重试。';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return '数据库文件已损坏。请勿继续使用，用最近的备份恢复（hotline restore）。';
  if (code.startsWith('SQLITE_IOERR')) return '读写数据库文件时磁盘出错。请检查磁盘，必要时用最近的备份恢复。';
  if (code === '28P01' || code === '28000') return 'PostgreSQL 不接受这个用户名或密码。请核对 HOTLINE_DATABASE。';
  if (code === '3D000') return 'PostgreSQL 里没有这个数据库。请先建立，或核对 HOTLINE_DATABASE。';
  if (code === '42501') return '数据库用户没有所需的权限。请让它成为这个数据库的所有者。';
  return null;
}
