import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

/** What has just succeeded, said on the page it led to. */
export const Flash = ({ children }: { children: ReactNode }) => (
  <p className="flash" role="status">
    <CircleCheck className="ic" aria-hidden />
    {children}
  </p>
);
