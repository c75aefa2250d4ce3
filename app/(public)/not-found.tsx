import { NotFoundMessage } from "@/components/shared/not-found-message";

export default function NotFound() {
  return <NotFoundMessage />;
}
