import { createHmac } from 'node:crypto';
import { demoTelephonyToken } from '@hotline/server/sessions/demo';
import {
  boardCut,
  type CallBoard,
  type CallFrame,
  callTopic,
  emptyBoard,
  hearCall,
  readCalls,
} from '@hotline/shared/live/calls';
import { WebSocket } from 'ws';
import type { TestHotline } from './hotline.ts';

export type Report = {
  event: string;
  callId: string;
  from?: string;
  to?: string;
  direction?: 'in' | 'out';
  [more: string]: unknown;
};

/** The telephone system of the demo city: says something about a call over the web hook. */
export async function report(
  h: TestHotline,
  { from = '13800138000', to = '12345', direction = 'in', ...said }: Report,
  { token = demoTelephonyToken, headers = {} as Record<string, string> } = {},
) {
  const payload = JSON.stringify({ from, to, direction, ...said });
  const answer = await h.server.inject({
    method: 'POST',
    url: `/api/telephony/${token}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
  return {
    status: answer.statusCode,
    body: answer.json() as { id: string; status: string; repeated: boolean; code?: string },
  };
}

export const signed = (secret: string, timestamp: number, body: string) => ({
  'x-hotline-timestamp': String(timestamp),
  'x-hotline-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
});

/** An agent's console as far as calls go: the very reducer the web uses, on a real socket that can be cut. */
export function openCallConsole(url: string, cookie: string, read: () => Promise<Parameters<typeof readCalls>[1]>) {
  let board: CallBoard = emptyBoard;
  let socket: WebSocket | null = null;
  let isReading = false;
  let isWanted = false;
  const frames: CallFrame[] = [];
  const rang = new Map<string, number>();

  const note = () => {
    for (const call of board.byId.values())
      if (call.status === 'ringing' && !rang.has(call.id)) rang.set(call.id, performance.now());
  };
  const refetch = async () => {
    isWanted = true;
    if (isReading) return;
    isReading = true;
    while (isWanted && socket) {
      isWanted = false;
      const mine = socket;
      const answer = await read();
      if (socket === mine) board = readCalls(board, answer);
      note();
    }
    isReading = false;
  };
  const cut = () => {
    const old = socket;
    socket = null;
    old?.removeAllListeners();
    old?.on('error', () => undefined);
    old?.terminate();
    board = boardCut(board);
  };
  return {
    frames,
    board: () => board,
    /** When each call was first on show as ringing. */
    rang,
    cut,
    ping: () => socket?.readyState === WebSocket.OPEN && socket.send('{"t":"ping"}'),
    connect: () => {
      cut();
      const mine = new WebSocket(url, { headers: { cookie } });
      socket = mine;
      mine.on('open', () => mine.send(JSON.stringify({ t: 'hello', cursor: null, subscribe: [callTopic] })));
      mine.on('message', (data) => {
        const frame = JSON.parse(String(data)) as CallFrame;
        if (socket !== mine || (frame.t !== 'call' && frame.t !== 'calls')) return;
        frames.push(frame);
        const step = hearCall(board, frame);
        board = step.board;
        note();
        if (step.read) void refetch();
      });
      mine.on('error', () => undefined);
    },
  };
}
