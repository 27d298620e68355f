/** What one tab of a person tells the others. */
type Topic = 'seat' | 'preferences';
const channelName = 'hotline.tabs';

export function tellTabs(topic: Topic): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(topic);
  channel.close();
}

/** Returns how to stop. */
export function hearTabs(topic: Topic, listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (data === topic) listener();
  };
  return () => channel.close();
}
