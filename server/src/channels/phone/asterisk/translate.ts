import type { Report } from '@hotline/shared/telephony/report';
import type { Packet } from './packets.ts';
import type { AsteriskSettings } from './settings.ts';

/** A channel as `CoreShowChannels` lists it after a break. */
export type Channel = Packet;

type Going = {
  from: string;
  to: string;
  direction: 'in' | 'out';
  queue?: string;
  ringing: Set<string>;
  answeredBy: string | null;
  isAnswered: boolean;
  isAbandoned: boolean;
};

/**
 * Dispatches events of Asterisk into reports. A call is all that shares a `Linkedid`; the channel whose `Uniqueid` is that is
 * where it began, and with it the call ends. Remembers the calls that go on, nothing else.
 */
export function translator(settings: Pick<AsteriskSettings, 'inbound' | 'telephone'>) {
  const going = new Map<string, Going>();
  const [before = '', after = ''] = settings.telephone.split('%s');
  /** The extension in `PJSIP/8001-0000002a` or `PJSIP/8001`; null for anybody else's telephone. */
  const extensionOf = (name: string | undefined): string | null => {
    const plain = name?.replace(/-[0-9a-f]{6,}(;\d)?$/i, '') ?? '';
    const ours = plain.startsWith(before) && plain.endsWith(after) && plain.length > before.length + after.length;
    const extension = ours ? plain.slice(before.length, plain.length - after.length) : '';
    return /^[0-9A-Za-z_.-]{1,32}$/.test(extension) && /\d/.test(extension) && extension.length <= 8 ? extension : null;
  };

  const begin = (packet: Packet): Report[] => {
    const id = packet.get('linkedid') ?? '';
    if (packet.get('uniqueid') !== id || going.has(id)) return [];
    const agent = extensionOf(packet.get('channel'));
    const dialled = packet.get('exten') ?? '';
    // One agent who rings another is no call of ours.
    if (agent !== null && dialled.replace(/\D/g, '').length < 5) return [];
    const isInbound = settings.inbound.length === 0 || settings.inbound.includes(packet.get('context') ?? '');
    if (agent === null && !isInbound) return [];
    const call: Going = {
      from: agent ?? packet.get('calleridnum') ?? '',
      to: dialled,
      direction: agent === null ? 'in' : 'out',
      ringing: new Set(),
      answeredBy: agent,
      isAnswered: false,
      isAbandoned: false,
    };
    going.set(id, call);
    return [report('newCall', id, call, packet)];
  };

  const ring = (id: string, call: Going, agent: string | null, packet: Packet): Report[] => {
    if (agent === null || call.ringing.has(agent) || call.answeredBy === agent) return [];
    call.ringing.add(agent);
    return [report('ring', id, call, packet, { agent })];
  };
  const ringEnd = (id: string, call: Going, agent: string | null, packet: Packet): Report[] =>
    agent !== null && call.ringing.delete(agent) ? [report('ringEnd', id, call, packet, { agent })] : [];
  const answer = (id: string, call: Going, agent: string | null, packet: Packet): Report[] => {
    if (call.isAnswered && (agent === null || call.answeredBy === agent)) return [];
    call.isAnswered = true;
    call.answeredBy = agent ?? call.answeredBy;
    call.ringing.clear();
    return [report('answer', id, call, packet, call.answeredBy === null ? {} : { agent: call.answeredBy })];
  };
  const hangup = (id: string, call: Going, packet: Packet): Report[] => {
    if (packet.get('uniqueid') !== id) return [];
    going.delete(id);
    // A queue that gives up ends like any other call; only the caller's own leaving is told apart.
    const leftWaiting = call.queue !== undefined && !call.isAnswered && !call.isAbandoned;
    const cause = call.isAbandoned ? 'abandoned' : leftWaiting ? 'noAnswer' : (packet.get('cause') ?? undefined);
    return [report('hangup', id, call, packet, cause === undefined ? {} : { cause })];
  };

  return {
    reports(packet: Packet): Report[] {
      const event = packet.get('event') ?? '';
      const id = packet.get('linkedid') ?? packet.get('destlinkedid') ?? '';
      if (event === 'Newchannel') return begin(packet);
      const call = going.get(id);
      if (!call) return [];
      const queue = packet.get('queue');
      if (queue) call.queue = queue;
      const member = () => extensionOf(packet.get('interface')) ?? extensionOf(packet.get('destchannel'));
      switch (event) {
        case 'QueueCallerJoin':
          return [report('ring', id, call, packet)];
        case 'QueueCallerAbandon':
          call.isAbandoned = true;
          return [];
        case 'AgentCalled':
          return ring(id, call, member(), packet);
        case 'AgentRingNoAnswer':
          return ringEnd(id, call, member(), packet);
        case 'AgentConnect':
          return answer(id, call, member(), packet);
        case 'DialBegin':
          return call.direction === 'in' ? ring(id, call, extensionOf(packet.get('destchannel')), packet) : [];
        case 'DialEnd': {
          const dialled = extensionOf(packet.get('destchannel'));
          if (packet.get('dialstatus') !== 'ANSWER') return ringEnd(id, call, dialled, packet);
          return call.direction === 'out' || dialled !== null ? answer(id, call, dialled, packet) : [];
        }
        case 'Hold':
          return [report('hold', id, call, packet)];
        case 'Unhold':
          return [report('resume', id, call, packet)];
        case 'VarSet': {
          const recording = packet.get('variable') === 'MIXMONITOR_FILENAME' ? packet.get('value') : undefined;
          return recording ? [report('recording', id, call, packet, { recording })] : [];
        }
        case 'Hangup':
          return hangup(id, call, packet);
        default:
          return [];
      }
    },

    /** What the channels that exist now say about calls whose events were missed; calls that are gone are forgotten. */
    resume(channels: readonly Channel[]): { reports: Report[]; going: string[] } {
      const ids = new Set(channels.map((c) => c.get('linkedid') ?? ''));
      for (const id of going.keys()) if (!ids.has(id)) going.delete(id);
      const reports = channels.filter((c) => c.get('uniqueid') === c.get('linkedid')).flatMap(begin);
      for (const channel of channels) {
        const id = channel.get('linkedid') ?? '';
        const call = going.get(id);
        const agent = extensionOf(channel.get('channel'));
        if (!call || agent === null || channel.get('uniqueid') === id) continue;
        if (/^Up$/i.test(channel.get('channelstatedesc') ?? '')) reports.push(...answer(id, call, agent, channel));
        else reports.push(...ring(id, call, agent, channel));
      }
      return { reports, going: [...going.keys()] };
    },
  };
}

function report(
  event: Report['event'],
  callId: string,
  { from, to, direction, queue }: Going,
  packet: Packet,
  more: Partial<Report> = {},
): Report {
  const at = timeOf(packet);
  return { event, callId, from, to, direction, ...(queue ? { queue } : {}), ...(at ? { at } : {}), ...more };
}

/** With `timestampevents = yes` an event says when it happened, in seconds since 1970. */
function timeOf(packet: Packet): string | undefined {
  const seconds = Number(packet.get('timestamp'));
  return seconds > 1e9 && seconds < 1e10 ? new Date(Math.round(seconds * 1000)).toISOString() : undefined;
}
