/** The part of a 2D canvas that airbridge draws with, so that no DOM types are needed below the browser. */
export interface Pen {
  font: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  textAlign: string;
  textBaseline: string;
  globalCompositeOperation: string;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  fill(): void;
  setLineDash(segments: number[]): void;
  save(): void;
  restore(): void;
}

/** A line between two points. */
export function rule(pen: Pen, from: readonly [number, number], to: readonly [number, number]): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

/** Text with a rim of the paper's colour, so that lines behind it do not cross the letters. */
export function haloText(
  pen: Pen,
  text: string,
  at: { readonly x: number; readonly y: number; readonly ink: string; readonly paper: string },
): void {
  pen.lineWidth = 5;
  pen.lineJoin = 'round';
  pen.strokeStyle = at.paper;
  pen.strokeText(text, at.x, at.y);
  pen.fillStyle = at.ink;
  pen.fillText(text, at.x, at.y);
}
