/** Where and as whom this library syncs. The password goes to this address's origin and nowhere else. */
export interface SyncAccount {
  /** The folder on the server that ours is made in, with a slash at its end. */
  url: string;
  user: string;
  password: string;
  /** Eight hexadecimal digits that no other library has. */
  device: string;
  /** What the reader calls this device. */
  deviceName: string;
}
