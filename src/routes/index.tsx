export default function Home() {
  return <h1 class="p-4">DeftMail</h1>;
}
