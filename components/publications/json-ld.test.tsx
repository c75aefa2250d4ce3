import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type Described, learningResource } from "@/domain/learning-resource";
import { JsonLd } from "./json-ld";

it("the description stays JSON in its script element, whatever the title holds", () => {
  const work: Described = {
    address: "https://consorta.example/outputs/guide",
    site: "https://consorta.example",
    title: '</script><script>alert("1")</script><!-- & <b>',
    description: "Tom's guide & notes",
    language: "en",
    languages: ["en"],
    people: [],
    organisations: [],
    publisher: "BRIDGES",
    publishedAt: null,
    licence: "CC-BY-4.0",
    keywords: [],
    targetGroups: [],
    type: "guide",
    picture: "https://consorta.example/outputs/guide/picture",
    files: [],
  };
  const [, json = ""] =
    /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(renderToStaticMarkup(<JsonLd work={work} />)) ?? [];
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(learningResource(work))));
});
